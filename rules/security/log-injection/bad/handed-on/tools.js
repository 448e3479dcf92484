function resolveIdentifier(document) {
  const identifier = `made-${document.date}`;
  if (document.identifier && document.identifier !== identifier) {
    // expect: log-injection
    console.warn(`expected ${identifier}, received ${document.identifier}`);
  }
}

module.exports = { resolveIdentifier };
