// Going from one difference to the next, and to the other passage.

import * as vscode from 'vscode';

/** A marked place that leads to another passage. */
export interface Difference {
  uri: vscode.Uri;
  range: vscode.Range;
  severity: vscode.DiagnosticSeverity;
  /** The kind of difference, or `needs-another-look`. */
  code: string;
  others: readonly vscode.DiagnosticRelatedInformation[];
}

/** What is marked in a document, or in all documents, in the order of reading. */
export function differences(uri?: vscode.Uri): Difference[] {
  const all: [vscode.Uri, vscode.Diagnostic[]][] =
    uri === undefined ? vscode.languages.getDiagnostics() : [[uri, vscode.languages.getDiagnostics(uri)]];
  const found = all.flatMap(([uri, diagnostics]) =>
    diagnostics.filter(isDifference).map((diagnostic) => ({
      uri,
      range: diagnostic.range,
      severity: diagnostic.severity,
      code: code(diagnostic),
      others: diagnostic.relatedInformation ?? [],
    })),
  );
  return found.sort((a, b) => compare(a.uri, b.uri) || a.range.start.compareTo(b.range.start));
}

function isDifference(diagnostic: vscode.Diagnostic): boolean {
  return diagnostic.source === 'twosource' && (diagnostic.relatedInformation?.length ?? 0) > 0;
}

function code(diagnostic: vscode.Diagnostic): string {
  const code = typeof diagnostic.code === 'object' ? diagnostic.code.value : diagnostic.code;
  return String(code ?? '');
}

function compare(a: vscode.Uri, b: vscode.Uri): number {
  return a.toString() < b.toString() ? -1 : a.toString() > b.toString() ? 1 : 0;
}

/** Goes to the next or the previous difference, from the last one of an article to the first one of the next article. */
export async function step(direction: 1 | -1): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const all = differences();
  if (direction === -1) {
    all.reverse();
  }
  const here = editor?.document.uri;
  const ahead = all.find(({ uri, range }) => {
    const order = here === undefined ? 1 : compare(uri, here) || range.start.compareTo(editor?.selection.active ?? range.start);
    return order * direction > 0;
  });
  const target = ahead ?? all[0];
  if (target === undefined) {
    void vscode.window.showInformationMessage('No differences are marked in the stories of this window.');
    return;
  }
  await show(target.uri, new vscode.Range(target.range.start, target.range.start), editor?.viewColumn);
  await vscode.commands.executeCommand('editor.action.showHover', { focus: 'noAutoFocus' });
}

/** Opens the passage that the one under the cursor differs from beside it; lets people choose where there are several. */
export async function openOther(): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    return;
  }
  const { document, selection } = editor;
  const here = differences(document.uri).filter(({ range }) => range.intersection(selection) !== undefined);
  const others = here.flatMap(({ others }) => others);
  if (others.length === 0) {
    const next = 'Next Difference';
    const answer = await vscode.window.showInformationMessage('There is no difference under the cursor.', next);
    if (answer === next) {
      await step(1);
    }
    return;
  }
  const items = others.map(({ location, message }) => ({
    label: `${vscode.workspace.asRelativePath(location.uri)}:${String(location.range.start.line + 1)}`,
    detail: message,
    location,
  }));
  const [first, second] = items;
  const chosen = second === undefined ? first : await vscode.window.showQuickPick(items, { title: 'Open the Other Passage Beside', matchOnDetail: true });
  if (chosen !== undefined) {
    await show(chosen.location.uri, chosen.location.range, vscode.ViewColumn.Beside);
  }
}

async function show(uri: vscode.Uri, selection: vscode.Range, viewColumn = vscode.ViewColumn.Active): Promise<void> {
  const editor = await vscode.window.showTextDocument(uri, { viewColumn, selection });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
