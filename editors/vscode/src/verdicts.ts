// Recording what somebody decided. The server offers the decisions and writes them; here people are asked for the reason.

import * as path from 'node:path';
import * as vscode from 'vscode';

/** The server's command that does what it offered. */
const COMMAND = 'twosource.do';

/** What the server offers as the command's argument, as far as it matters here: a decision takes a reason. */
interface Decision {
  do: 'decide' | 'renew';
  decision: string;
  reason?: string;
  left?: { words: string };
  right?: { words: string };
}

function isDecision(deed: unknown): deed is Decision {
  return typeof deed === 'object' && deed !== null && 'do' in deed && (deed.do === 'decide' || deed.do === 'renew');
}

/** Lets people choose among the decisions that there are about the passage under the cursor. */
export async function recordVerdict(): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    return;
  }
  const { document, selection } = editor;
  const kind = vscode.CodeActionKind.QuickFix.value;
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, selection, kind);
  const items = actions.flatMap(({ title, command }) => {
    const deed: unknown = command?.arguments?.[0];
    if (command?.command !== COMMAND || !isDecision(deed)) {
      return [];
    }
    const words = [deed.left?.words, deed.right?.words].flatMap((words) => (words === undefined ? [] : [`“${words}”`]));
    return [{ label: title, description: words.join(' — '), deed }];
  });
  if (items.length === 0) {
    void vscode.window.showInformationMessage('There is nothing to decide about the words under the cursor.');
    return;
  }
  const chosen = await vscode.window.showQuickPick(items, { title: 'Record a Verdict' });
  if (chosen !== undefined) {
    await vscode.commands.executeCommand(COMMAND, chosen.deed);
  }
}

/** Carries out the server's command; asks for the reason of a decision first, and saves the story file after it. */
export async function carryOut(command: string, args: unknown[], next: (command: string, args: unknown[]) => unknown): Promise<unknown> {
  const deed = args[0];
  if (!isDecision(deed)) {
    return next(command, args);
  }
  const reason = deed.reason ?? (await vscode.window.showInputBox({
    title: { stet: 'Let It Stand', checked: 'Mark as Checked', open: 'Leave Open' }[deed.decision] ?? 'Record a Verdict',
    prompt: 'Why? The reason is kept in story.toml.',
    placeHolder: 'for example: rang both, the later count is right for today',
  }));
  if (reason === undefined) {
    return undefined;
  }
  const unsaved = new Set(dirtyStories().map((document) => document.uri.toString()));
  const answer = await next(command, [{ ...deed, reason }]);
  // What people typed themselves and have not saved is theirs to save.
  await Promise.all(dirtyStories().filter((document) => !unsaved.has(document.uri.toString())).map((document) => document.save()));
  return answer;
}

function dirtyStories(): vscode.TextDocument[] {
  return vscode.workspace.textDocuments.filter(
    (document) => document.isDirty && path.posix.basename(document.uri.path) === 'story.toml',
  );
}
