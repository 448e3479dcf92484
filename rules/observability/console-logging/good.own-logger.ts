import express from 'express';
import pino from 'pino';
// A logger of one's own, and what is said where none was given or before there is one.
class AppLogger {
  write(level: string, text: string) {
    console.log(JSON.stringify({ level, text }));
  }
}
class LogHelper {
  static success(text: string) {
    console.log('\x1b[32m%s\x1b[0m', text);
  }
}
function debugProfile(name: string, started: number) {
  console.log(name, Date.now() - started);
}
function refuse(res: express.Response, error: Error, logger?: pino.Logger) {
  if (logger) logger.error(error);
  else console.error(error);
  res.sendStatus(500);
}
const own = new AppLogger();
const app = express();
app.get('/', (req, res) => {
  const started = Date.now();
  own.write('info', 'asked');
  try {
    res.json({ ok: true });
  } catch (error) {
    refuse(res, error as Error);
  }
  LogHelper.success('answered');
  debugProfile('/', started);
});
app.listen(3000);
