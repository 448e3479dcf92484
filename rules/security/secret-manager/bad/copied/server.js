// expect-project: secret-manager
const express = require('express'); express().listen(process.env.PORT);
