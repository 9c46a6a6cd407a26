// The extension: wakes the server where a story is, and what people can do by command.

import * as vscode from 'vscode';
import { openOther, step } from './differences';
import { openExample, showExample } from './example';
import { Server } from './server';
import { Status } from './status';
import { Stories } from './stories';
import { recordVerdict } from './verdicts';

let server: Server | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const log = vscode.window.createOutputChannel('twosource', { log: true });
  const stories = new Stories();
  const status = new Status();
  const running = new Server(context.extensionUri, log, stories, status);
  server = running;
  const active = (): vscode.Uri | undefined => vscode.window.activeTextEditor?.document.uri;

  const look = async (): Promise<void> => {
    const uri = active();
    const article = uri !== undefined && (await stories.has(uri)) ? uri : undefined;
    if (uri?.toString() !== active()?.toString()) {
      return;
    }
    status.at(article);
    await vscode.commands.executeCommand('setContext', 'twosource.article', article !== undefined);
  };
  const wakeFor = async (document: vscode.TextDocument): Promise<void> => {
    if (await stories.has(document.uri)) {
      await running.start(document.uri);
    }
  };
  const command = (name: string, run: () => unknown): vscode.Disposable => vscode.commands.registerCommand(`twosource.${name}`, run);

  context.subscriptions.push(
    log,
    stories,
    status,
    command('start', async () => {
      stories.take();
      await running.start(active());
    }),
    command('restart', () => running.restart(active())),
    command('showLog', () => { log.show(); }),
    command('nextDifference', () => step(1)),
    command('previousDifference', () => step(-1)),
    command('openOtherPassage', openOther),
    command('recordVerdict', recordVerdict),
    command('openExample', () => openExample(context)),
    vscode.workspace.onDidOpenTextDocument(wakeFor),
    vscode.window.onDidChangeActiveTextEditor(look),
    vscode.languages.onDidChangeDiagnostics(() => { status.draw(); }),
    stories.onDidChange(async () => {
      await Promise.all([look(), ...vscode.workspace.textDocuments.map(wakeFor)]);
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => running.isWanted ? running.restart(active()) : undefined),
    vscode.workspace.onDidChangeConfiguration(async (change) => {
      if (running.isWanted && change.affectsConfiguration('twosource.path')) {
        await running.restart(active());
      }
    }),
  );

  const wake = async (): Promise<void> => {
    await Promise.all(vscode.workspace.textDocuments.map(wakeFor));
    if (!running.isWanted && (await hasStoryFile())) {
      await running.start();
    }
  };
  // Nothing that waits for the window, which is busy as it opens, comes before the server.
  await Promise.all([wake(), showExample(context), look()]);
}

/** Whether there is a story file in the opened folders; mostly it stands at the top. */
async function hasStoryFile(): Promise<boolean> {
  const top = (vscode.workspace.workspaceFolders ?? []).map(async ({ uri }) => {
    await vscode.workspace.fs.stat(vscode.Uri.joinPath(uri, 'story.toml'));
  });
  try {
    await Promise.any(top);
    return true;
  } catch {
    return (await vscode.workspace.findFiles('**/story.toml', undefined, 1)).length > 0;
  }
}

export function deactivate(): Promise<void> | undefined {
  return server?.stop();
}
