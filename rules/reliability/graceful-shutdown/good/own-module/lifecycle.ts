interface Closable {
  close(): Promise<unknown>;
}

export function closeOnSignal(closables: Closable[]) {
  const end = async () => {
    for (const { close } of closables) await close();
    process.exit(0);
  };
  ['SIGINT', 'SIGTERM'].forEach((signal) => process.once(signal, end));
}
