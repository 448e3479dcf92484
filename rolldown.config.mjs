/**
 * Build step: the program in a few files, `dist/bundle/`, which `bin/shipworthy.js` runs. Node.js takes a third of a second to find and
 * link the six hundred modules of `dist/`. Libraries stay outside; what is imported when it is needed stays in files of its own.
 */
import { defineConfig } from 'rolldown';

export default defineConfig({
  input: { main: 'dist/cli/main.js' },
  platform: 'node',
  external: (id) => !id.startsWith('.') && !id.startsWith('/'),
  output: { dir: 'dist/bundle', format: 'esm', cleanDir: true, chunkFileNames: '[name].js', comments: false },
});
