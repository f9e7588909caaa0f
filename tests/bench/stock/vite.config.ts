import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig, type Plugin } from 'vite';
import { external } from '../../../vite.config.ts';

/** The product's pages with Remix's stock entries: what the figures of the pages are compared with. */
export default defineConfig({
  plugins: [
    stockEntries(),
    remix({
      appDirectory: 'app',
      buildDirectory: 'build/stock',
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
  ],
  build: { target: 'node20', sourcemap: false },
  define: { 'process.env.NODE_ENV': '"production"' },
  ssr: { noExternal: true, external: [...external, '@remix-run/express'], target: 'node' },
});

function stockEntries(): Plugin {
  let isServerBuild = false;
  return {
    name: 'ryadom-stock-entries',
    enforce: 'pre',
    configResolved({ command, build }) {
      isServerBuild = command === 'build' && Boolean(build.ssr);
    },
    buildStart() {
      if (isServerBuild) this.emitFile({ type: 'chunk', id: 'tests/bench/stock/server.ts', fileName: 'start.js' });
    },
    load(id) {
      const name = /\/app\/(entry\.(?:server|client)\.tsx)$/.exec(id)?.[1];
      return name ? readFileSync(join(import.meta.dirname, name), 'utf8') : null;
    },
    transform(code, id) {
      if (!id.endsWith('/app/root.tsx')) return null;
      const hydrated = code.replace(
        /\{frame \? <script [^}]*\} defer \/> : null\}/,
        '<ScrollRestoration /><Scripts />',
      );
      if (hydrated === code) throw new Error('root.tsx has changed: the stock variant no longer hydrates');
      return `import { ScrollRestoration, Scripts } from '@remix-run/react';\n${hydrated}`;
    },
  };
}
