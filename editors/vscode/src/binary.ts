// Which server is run: the one that the settings name, the one that came with the extension, or the one on the PATH.

import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

/** Where a server may be. */
export interface Places {
  /** `twosource.path`; empty where it is not set. */
  setting: string;
  /** The folder of the extension. */
  extension: string;
  /** The environment's `PATH`. */
  path: string;
  /** Folders whose programs must not be run, because nobody has said that they are trusted. */
  untrusted: readonly string[];
}

/** The absolute path of a server, or why there is none, for people. */
export type Found = { command: string } | { problem: string };

const NAME = process.platform === 'win32' ? 'twosource.exe' : 'twosource';

/** Finds the server. Nothing is left to the system's own search, which on Windows begins in the opened folder. */
export function findBinary(places: Places): Found {
  const usable = (file: string): boolean => isProgram(file) && !isBelow(file, places.untrusted);
  if (places.setting !== '') {
    const file = places.setting.replace(/^~(?=[\\/])/, os.homedir());
    if (!path.isAbsolute(file)) {
      return { problem: `The setting twosource.path has to be an absolute path, and "${places.setting}" is none.` };
    }
    if (!isProgram(file)) {
      return { problem: `The setting twosource.path names ${file}, and there is no program of this name.` };
    }
    return usable(file)
      ? { command: file }
      : { problem: `The setting twosource.path names a program in this folder, which you have not said you trust.` };
  }
  const bundled = path.join(places.extension, 'bin', NAME);
  const onPath = places.path
    .split(path.delimiter)
    .filter((folder) => path.isAbsolute(folder))
    .map((folder) => path.join(folder, NAME));
  const command = [bundled, ...onPath].find(usable);
  return command === undefined
    ? { problem: 'The program twosource was not found: it did not come with this extension and is not on your PATH. Install it, or say in the setting twosource.path where it is.' }
    : { command };
}

function isProgram(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Whether a file really lies in one of the folders, whatever links lead there. */
function isBelow(file: string, folders: readonly string[]): boolean {
  const real = fs.realpathSync(file);
  return folders.some((folder) => {
    const relative = path.relative(fs.existsSync(folder) ? fs.realpathSync(folder) : folder, real);
    return !relative.startsWith('..') && !path.isAbsolute(relative);
  });
}
