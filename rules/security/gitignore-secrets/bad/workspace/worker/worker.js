require("bullmq");
