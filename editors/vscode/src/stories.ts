// Where a story is: two articles in a folder, or a story.toml in it or above it. Elsewhere the server is left asleep.

import * as path from 'node:path';
import * as vscode from 'vscode';
import { isArticle } from './names';

/** The files that are read as articles or as what is known about them. */
export const FILES = '**/{*.md,*.markdown,*.txt,story.toml}';

/** Knows the folders in which a story is, as the disk stands. */
export class Stories implements vscode.Disposable {
  private readonly known = new Map<string, Promise<boolean>>();
  private readonly watcher = vscode.workspace.createFileSystemWatcher(FILES, false, true, false);
  private readonly changed = new vscode.EventEmitter<void>();
  private asked = false;

  /** Fires when files have come or gone. */
  readonly onDidChange = this.changed.event;

  constructor() {
    const forget = (): void => {
      this.known.clear();
      this.changed.fire();
    };
    this.watcher.onDidCreate(forget);
    this.watcher.onDidDelete(forget);
  }

  dispose(): void {
    this.watcher.dispose();
    this.changed.dispose();
  }

  /** Takes every article for part of a story from now on: somebody asked for it. */
  take(): void {
    this.asked = true;
    this.changed.fire();
  }

  /** Whether a document is part of a story. */
  async has(uri: vscode.Uri): Promise<boolean> {
    const name = path.posix.basename(uri.path);
    if (uri.scheme !== 'file') {
      return false;
    }
    if (name === 'story.toml') {
      return true;
    }
    if (!/\.(md|markdown|txt)$/i.test(name)) {
      return false;
    }
    return this.asked || (isArticle(name) && (await this.inStory(vscode.Uri.joinPath(uri, '..'))));
  }

  private inStory(folder: vscode.Uri): Promise<boolean> {
    const key = folder.toString();
    const found = this.known.get(key) ?? look(folder);
    this.known.set(key, found);
    return found;
  }
}

/** Looks into a folder and, within the workspace, into those above it. */
async function look(folder: vscode.Uri): Promise<boolean> {
  const names = (await list(folder)).filter(([, type]) => (type & vscode.FileType.File) !== 0).map(([name]) => name);
  if (names.includes('story.toml') || names.filter(isArticle).length > 1) {
    return true;
  }
  for (let above = folder; isInWorkspace(above); above = vscode.Uri.joinPath(above, '..')) {
    if ((await list(above)).some(([name]) => name === 'story.toml')) {
      return true;
    }
  }
  return false;
}

/** Whether a folder is one of the opened ones or lies below one. */
function isInWorkspace(folder: vscode.Uri): boolean {
  return vscode.workspace.getWorkspaceFolder(folder) !== undefined;
}

async function list(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}
