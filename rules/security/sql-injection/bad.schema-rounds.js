const express = require('express');
const mysql = require('mysql');
const { z } = require('zod');

// Functions that hand a schema on to each other: there are more ways through them than anybody can go, and none ends in a check.
const connection = mysql.createConnection({});
function add0(schema) { return schema.option('0'); }
function add1(schema) { return schema.option('1'); }
function add2(schema) { return schema.option('2'); }
function add3(schema) { return schema.option('3'); }
function add4(schema) { return schema.option('4'); }
function add5(schema) { return schema.option('5'); }
function add6(schema) { return schema.option('6'); }
function add7(schema) { return schema.option('7'); }
function add8(schema) { return schema.option('8'); }
function add9(schema) { return schema.option('9'); }
function add10(schema) { return schema.option('10'); }
function add11(schema) { return schema.option('11'); }

let schema = z.object({ name: z.string() });
for (const add of [add0, add1, add2, add3, add4, add5, add6, add7, add8, add9, add10, add11]) schema = add(schema);

const app = express();
app.get('/', (req, res) => {
  const { name } = schema.parse(req.query);
  // expect: sql-injection
  connection.query("select * from users where name = '" + name + "'", (error, rows) => res.json(rows));
});
