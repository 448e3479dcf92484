require('dotenv').config();
const express = require('express');
const mysql = require('mysql2');

// All of it stands in this one file, which is one place.
const pool = mysql.createPool({ host: process.env.DB_HOST, user: process.env.DB_USER, password: process.env.DB_PASSWORD });
const app = express();

app.get('/mail', (req, res) => res.json({ from: process.env.MAIL_FROM }));
app.listen(process.env.PORT || 3000, () => pool.query('SELECT 1'));
