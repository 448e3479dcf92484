/** Small models for the tests of this folder. */

/** A client library: functions of the package, a factory, a class, and defaults. */
export const CLIENT = `
package: client
roles:
  http.request:
    - call: ["default.get", "default.create()#get", "Client#get"]
      arguments: { url: 0, options: 1 }
      attributes: { service: Client }
  http.client.create:
    - call: ["default.create"]
      arguments: { options: 0 }
    - new: [Client]
      arguments: { options: 0 }
  http.defaults:
    - write: ["default.defaults.timeout", "default.create()#defaults#timeout"]
      arguments: { value: value }
  timeout.wrapper:
    call: [withTimeout]
    arguments: { promise: 0 }
  jwt.decode: { call: [decode], arguments: { token: 0 } }
  jwt.verify: { call: [verify], arguments: { token: 0 } }
  release: { call: [release] }
`;

/** A server, for request data. */
export const SERVER = `
package: server
callbacks:
  - { call: ["default()#get"], parameters: ["Request#", "Response#"] }
roles:
  request.query: { read: ["Request#query"] }
`;

/** A database driver. */
export const DATABASE = `
package: database
roles:
  sql.execute: { call: [query, "Pool#query"], arguments: { statement: ["0.text", 0], values: 1 } }
  db.pool.create: { new: [Pool], arguments: { options: 0 } }
flow:
  - { call: [escape], from: [0], sanitizes: [sql] }
`;

/** What a program reads of the environment. */
export const ENVIRONMENT = `
package: global
roles:
  env.read: { read: ["process.env.*"] }
`;
