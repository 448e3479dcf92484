var mongoose = require('mongoose');
var mysql = require('mysql2');
var redis = require('redis');
var Sequelize = require('sequelize');
var { Client, Pool } = require('pg');
var ldap = require('ldapjs');
// expect: secret-hardcoded
mongoose.connect('mongodb://admin:s3cretPw9@mongo.prod.acme.io:27017/app', { useNewUrlParser: true });
// expect: secret-hardcoded
var sequelize = new Sequelize('orders', 'orders_app', 'Tq9vLw72RbN', { host: 'db.acme.io', dialect: 'postgres' });
// expect: secret-hardcoded
var pool = new Pool({ connectionString: 'postgresql://app:Kx83hdPq1@10.2.0.14:5432/app' });
// expect: secret-hardcoded
var client = redis.createClient({ host: 'cache.acme.io', port: 6379, password: 'fooBARed77' });
// expect: secret-hardcoded
var cache = redis.createClient({ url: 'redis://:p4ssw0rd77@cache.acme.io:6379' });
var settings = {
  database: {
    host: 'db.acme.io',
    user: 'root',
    // expect: secret-hardcoded
    password: 'password',
  },
};
var dir = ldap.createClient({ url: 'ldap://dir.acme.io' });
// expect: secret-hardcoded
dir.bind('cn=admin,dc=acme', 'Winter2023!', function () {});
// expect: secret-hardcoded
var amqp = 'amqps://worker:Zk3vQ9tLw7Rb@rabbit.acme.io/vhost';
var pg = new Client({
  user: 'postgres',
  host: 'prod-db.acme.internal',
  // expect: secret-hardcoded
  password: 'postgres123',
  port: 5432,
});
