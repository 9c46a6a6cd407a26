// The example story, to try things on: a copy of one's own in a new window.

import * as vscode from 'vscode';

const KEY = 'example';

/** Copies the example where it can be changed, and opens it. */
export async function openExample(context: vscode.ExtensionContext): Promise<void> {
  const copy = vscode.Uri.joinPath(context.globalStorageUri, 'bridge-draft');
  try {
    await vscode.workspace.fs.stat(copy);
  } catch {
    await vscode.workspace.fs.createDirectory(context.globalStorageUri);
    await vscode.workspace.fs.copy(vscode.Uri.joinPath(context.extensionUri, 'examples', 'bridge-draft'), copy);
  }
  await context.globalState.update(KEY, copy.toString());
  await vscode.commands.executeCommand('vscode.openFolder', copy, { forceNewWindow: true });
}

/** In the window of the example: shows its draft, the first time. */
export async function showExample(context: vscode.ExtensionContext): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (folder !== undefined && context.globalState.get(KEY) === folder.toString()) {
    await context.globalState.update(KEY, undefined);
    await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, 'draft.md'));
  }
}
