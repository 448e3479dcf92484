CREATE TABLE "Plan" ("id" text primary key);
