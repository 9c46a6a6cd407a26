// Opens the examples, and folders that need care, and has the driver ask everything inside the editor.

import * as fs from 'node:fs';
import * as path from 'node:path';
import { Workbench, environment, written } from './workbench.ts';

const WORKPLACE = environment('WORKPLACE');
const EXAMPLES = path.join(WORKPLACE, 'examples');
const results = path.join(WORKPLACE, 'results');
const life = path.join(WORKPLACE, 'life', 'log');

/** Makes a folder with these files. */
function folder(name: string, files: Record<string, string>): string {
  const root = path.join(WORKPLACE, name);
  for (const [file, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), text, { mode: 0o755 });
  }
  return root;
}

/** A server that says when it starts and how it ends. */
const server = path.join(folder('life', { server: `#!/bin/sh
echo start >>"$LIFE"
"$TWOSOURCE" "$@"
code=$?
echo "exit $code" >>"$LIFE"
exit "$code"
` }), 'server');
fs.writeFileSync(results, '');
fs.writeFileSync(life, '');

const noStory = folder('no-story', {
  'README.md': '# The mill\n\nThis is kept by Nora Lindqvist.\n',
  'CHANGELOG.md': '# Changes\n\nFirst of all.\n',
});
const notTrusted = folder('not-trusted', {
  'one.txt': 'Captain Nora Lindqvist said 12 people were hurt on Tuesday.\n',
  'two.txt': 'Captain Nora Lindqvist said 14 people were hurt on Tuesday.\n',
  'bin/twosource': '#!/bin/sh\ntouch "$(dirname "$0")/../it-was-run"\n',
});
folder('not-trusted', { '.vscode/settings.json': JSON.stringify({ 'twosource.path': path.join(notTrusted, 'bin', 'twosource') }) });

const extensions = ['twosource.vsix', 'driver.vsix'].map((file) => path.join(WORKPLACE, file));
const settings = { 'twosource.path': server };
const variables = { RESULTS: results, LIFE: life, LIFE_FOLDER: path.dirname(life) };
let failed = false;

/** Runs the suites of folders, one window after another, and then what else there is to be done. */
async function run(name: string, folders: string[], trusted: boolean, more?: (workbench: Workbench) => Promise<void>): Promise<void> {
  const PATH = `${path.join(notTrusted, 'bin')}${path.delimiter}${environment('PATH')}`;
  const workbench = await Workbench.start({ name, settings, environment: { ...variables, PATH }, extensions, trusted });
  try {
    for (const folder of folders) {
      try {
        const page = await workbench.open(folder);
        await written(results, `end of ${path.basename(folder)}\n`, 180_000);
        await workbench.leave(page);
      } catch (error) {
        failed = true;
        console.log(`not ok ${path.basename(folder)}: all tests end\n  ${String(error)}`);
      }
    }
    await more?.(workbench);
    const starts = fs.readFileSync(life, 'utf8').match(/^start/gm)?.length ?? 0;
    await written(life, new RegExp(`^(?:[^]*?^exit ){${String(starts)}}`, 'm'), 20_000).catch(() => undefined);
  } finally {
    await workbench.close();
  }
}

/**
 * How soon the first marks come in a window that is opened anew: told beside the check that they come at all. A bound on it would
 * measure the machine, which may have other things to do.
 */
async function firstMarks(workbench: Workbench): Promise<void> {
  const folder = path.join(WORKPLACE, 'window', 'opened');
  fs.cpSync(path.join(environment('REPOSITORY'), 'examples', 'bridge-draft'), folder, { recursive: true });
  const page = await workbench.open(folder);
  await written(results, /^end of opened\n/m, 60_000);
  await workbench.leave(page);
}

await run('trusted', [path.join(EXAMPLES, 'bridge-draft'), path.join(EXAMPLES, 'dismissal'), noStory], true, firstMarks);
await run('untrusted', [notTrusted], false);

const text = fs.readFileSync(results, 'utf8').replace(/^end of .*\n/gm, '');
process.stdout.write(text);
const log = fs.readFileSync(life, 'utf8').trim().split('\n');
const count = (line: string): number => log.filter((entry) => entry === line).length;
const ended = count('start') > 0 && count('exit 0') === count('start');
console.log(`${ended ? 'ok' : 'not ok'} every server ended in order, with its window (${String(count('start'))} started, ${String(count('exit 0'))} ended)`);
process.exit(failed || !ended || /^not ok /m.test(text) ? 1 : 0);
