import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const out = path.join(root, 'tests/.out');
const bin = (name) => path.join(root, 'node_modules', name);
const vitest = bin('vitest/vitest.mjs');

/** The whole list, in the order in which a mistake is found soonest; steps of one line run side by side. A step of vitest counts tests, any other counts as one. */
const lines = [
  [
    { name: 'types', command: [bin('typescript/bin/tsc'), '--noEmit'] },
    { name: 'lint', command: [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', root] },
    { name: 'build', command: [path.join(root, 'build.mjs')] },
  ],
  [{ name: 'unit', project: 'unit' }],
  [{ name: 'database', project: 'database' }],
  [{ name: 'server', project: 'server' }],
];

const totals = { passed: 0, failed: 0 };
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
for (const steps of lines) await Promise.all(steps.map(take));
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 ? 0 : 1;

async function take(step) {
  const began = Date.now();
  const { passed, failed } = step.project ? await testProject(step.project) : await oneCommand(step.command);
  totals.passed += passed;
  totals.failed += failed;
  console.log(`== ${step.name}: ${passed} passed, ${failed} failed, ${((Date.now() - began) / 1000).toFixed(1)} s`);
}

async function oneCommand(command) {
  const code = await run(command);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Runs one vitest project. A skipped test, a file that broke and a run that found nothing are failures. */
async function testProject(project) {
  const report = path.join(out, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await run([vitest, 'run', '--project', project, '--no-color', ...reporters]);
  const result = readReport(report);
  const skipped = result.numPendingTests + result.numTodoTests;
  const brokenFiles = result.testResults.filter(({ status, assertionResults }) => {
    return status === 'failed' && assertionResults.every((test) => test.status !== 'failed');
  }).length;
  const failed = result.numFailedTests + skipped + brokenFiles;
  if (skipped > 0) console.log(`${skipped} tests were skipped: that counts as failed`);
  return { passed: result.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
  }
}

/** Runs a script with this Node and nothing to read; resolves with its exit code. */
function run(command) {
  return new Promise((resolve) => {
    const env = { ...process.env, CI: process.env.CI ?? 'true' };
    const child = spawn(process.execPath, command, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
