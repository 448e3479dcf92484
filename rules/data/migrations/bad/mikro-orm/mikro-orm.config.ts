export default { dbName: 'app' };
