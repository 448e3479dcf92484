require('./config/default.yml');
