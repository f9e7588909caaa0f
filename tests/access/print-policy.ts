import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withPolicyTable } from './policy-table.ts';

// `npm run policy`: puts the policy into README after a change of `app/access/policy.ts`.
const path = join(import.meta.dirname, '../../README.md');
writeFileSync(path, withPolicyTable(readFileSync(path, 'utf8')));
