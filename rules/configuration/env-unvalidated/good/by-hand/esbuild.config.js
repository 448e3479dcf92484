export default { define: { LICENSE: `${process.env.PARTNER_LICENSE_KEY}` } };
