const express = require('express');
const fs = require('node:fs/promises');
const db = require('./db');
const logger = require('./logger');
const app = express();

app.get('/orders', async (req, res, next) => {
  try {
    res.json(await db.query('SELECT * FROM orders'));
  } catch (error) {
    next(error);
  }
});

app.post('/orders', async (req, res) => {
  try {
    res.json(await db.insert(req.body));
  } catch (error) {
    logger.error(error);
    res.status(500).json({ error: 'not saved' });
  }
});

app.delete('/orders/:id', async (req, res) => {
  try {
    await db.remove(req.params.id);
    res.status(204);
  } catch (error) {
    logger.error(error);
  } finally {
    res.end();
  }
});

// A fallback that the caller gets, one that stands from before, one that stands behind.
async function settings() {
  try {
    return await db.query('SELECT * FROM settings');
  } catch (error) {
    logger.warn(error);
    return {};
  }
}

async function theme(user) {
  let found = 'light';
  try {
    found = await db.theme(user);
  } catch {}
  return found;
}

async function plan(user) {
  try {
    return await db.plan(user);
  } catch (error) {
    logger.warn(error, 'free plan in its stead');
  }
  return 'free';
}

// Tidying up, probing and measuring may fail; so may what a comment explains.
async function finish(path, connection) {
  try {
    await fs.unlink(path);
  } catch {}
  try {
    await connection.close();
  } catch (error) {
    logger.debug(error);
  }
  await connection.destroy().catch(() => {});
}

async function tryRefresh(session) {
  try {
    await session.refresh();
  } catch {}
}

async function greet(user) {
  try {
    await db.insert({ seen: user.id });
  } catch {
    // The greeting does not depend on the counter, which is made anew every night.
  }
  return `hello ${user.name}`;
}

// Handed on with its cause, told apart, or logged before another takes its place.
async function pay(order) {
  try {
    await db.insert(order);
  } catch (error) {
    throw new Error('not paid', { cause: error });
  }
}

async function register(user) {
  try {
    await db.insert(user);
  } catch (error) {
    if (error.code === '23505') return { taken: true };
    throw error;
  }
  return { taken: false };
}

async function publish(order) {
  try {
    await db.insert(order);
  } catch (error) {
    logger.error(error);
    throw new Error('not published');
  }
}

async function driver(name) {
  try {
    return await import(name);
  } catch {
    throw new Error(`install ${name} first`);
  }
}

async function invite(user) {
  try {
    return await db.invite(user);
  } catch (error) {
    logger.error(error);
  }
  throw new Error('the invitation was not sent');
}

async function untilDone(orders) {
  for (const order of orders) {
    try {
      await db.insert(order);
    } catch {
      continue;
    }
    logger.info(order.id);
  }
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    logger.debug(error);
  }
}

module.exports = { app, settings, theme, plan, finish, tryRefresh, greet, pay, register, publish, driver, invite, untilDone, parse };

// A guard that lets the request through when its look fails.
async function guard(req, reply) {
  try {
    if (await client.isRevoked(req.token)) {
      return reply.status(401).send({ error: 'revoked' });
    }
  } catch {
  }
  req.userId = req.token.sub;
}
app.addHook('preHandler', guard);

// The status says what went wrong; the body of the answer is only a word more.
async function transcript(url) {
  const response = await fetch(url, { signal: AbortSignal.timeout(1000) });
  if (response.ok) return response.arrayBuffer();
  let failure;
  try {
    failure = await response.json();
  } catch {
    throw new Error(`transcript failed: ${response.status}`);
  }
  throw new Error(failure.message);
}

async function drainStream(reader) {
  try {
    while (!(await reader.read()).done);
  } catch {}
}
// Counted, or not; apps that are there already stay.
async function album(id) {
  try {
    await client.get(`/albums/${id}/view/count`);
  } catch {}
}

async function fill(apps) {
  try {
    await client.insertMany(apps, { ordered: false });
  } catch {}
}
module.exports = { transcript, drainStream, album, fill };
