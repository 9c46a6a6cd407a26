// Which server is run, and which never.

import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { test } from 'node:test';
import { findBinary, type Places } from '../src/binary';

const NAME = process.platform === 'win32' ? 'twosource.exe' : 'twosource';

/** Folders with a program each, and places that name none of them. */
function folders(): { root: string; program: (folder: string) => string; places: Places } {
  const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'twosource-')));
  const program = (folder: string): string => {
    const file = path.join(root, folder, NAME);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, '', { mode: 0o755 });
    return file;
  };
  const places = { setting: '', extension: path.join(root, 'extension'), path: '', untrusted: [] };
  return { root, program, places };
}

test('the setting comes first, then the one that came along, then the PATH', () => {
  const { root, program, places } = folders();
  const onPath = program('path');
  const all = { ...places, path: ['relative', path.join(root, 'none'), path.dirname(onPath)].join(path.delimiter) };
  assert.deepEqual(findBinary(all), { command: onPath });
  const bundled = program('extension/bin');
  assert.deepEqual(findBinary(all), { command: bundled });
  const setting = program('elsewhere');
  assert.deepEqual(findBinary({ ...all, setting }), { command: setting });
});

test('where there is none, people are told what to do', () => {
  const { root, places } = folders();
  const problem = (setting: string): string => {
    const found = findBinary({ ...places, setting });
    return 'problem' in found ? found.problem : '';
  };
  assert.match(problem(''), /not found.*Install it.*twosource\.path/);
  assert.match(problem('bin/twosource'), /absolute path/);
  assert.match(problem(path.join(root, 'gone')), /gone, and there is no program/);
  assert.match(problem(root), /there is no program/);
});

test('a program that an untrusted folder brings is not run, by whatever way it is found', { skip: process.platform === 'win32' }, () => {
  const { root, program, places } = folders();
  const brought = program('workspace/bin');
  const link = path.join(root, 'linked');
  fs.symlinkSync(path.dirname(brought), link);
  for (const folder of [path.dirname(brought), link]) {
    const untrusted = { ...places, untrusted: [path.join(root, 'workspace')] };
    assert.deepEqual(findBinary({ ...places, path: folder }), { command: path.join(folder, NAME) });
    assert.ok('problem' in findBinary({ ...untrusted, path: folder }));
    assert.ok('problem' in findBinary({ ...untrusted, setting: path.join(folder, NAME) }));
    const installed = program('path');
    assert.deepEqual(findBinary({ ...untrusted, path: `${folder}:${path.dirname(installed)}` }), { command: installed });
  }
});
