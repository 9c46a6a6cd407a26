// The tests, by the name of the folder that they are about.

import { asleep } from './asleep';
import { bridge, opened } from './bridge';
import { dismissal } from './dismissal';
import { untrusted } from './untrusted';
import type * as vscode from 'vscode';

/** Throws what is wrong; may return a remark. */
export type Test = (folder: vscode.Uri) => Promise<string | undefined | void>;

export const suites: Record<string, Record<string, Test>> = {
  'bridge-draft': bridge,
  dismissal,
  opened,
  'no-story': asleep,
  'not-trusted': untrusted,
};
