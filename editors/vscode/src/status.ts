// The status bar: what is marked in the article at hand, and how the server is.

import * as vscode from 'vscode';
import { State } from 'vscode-languageclient/node';
import { differences, type Difference } from './differences';

/** How many of which sort, in words; none is a word too. */
function counts(found: readonly Difference[]): string {
  const looks = found.filter(({ code }) => code === 'needs-another-look').length;
  const rest = found.filter(({ code }) => code !== 'needs-another-look');
  const differ = rest.filter(({ severity }) => severity <= vscode.DiagnosticSeverity.Warning).length;
  const notes = rest.length - differ;
  const parts = [
    differ > 0 ? `${String(differ)} ${differ === 1 ? 'differs' : 'differ'}` : '',
    notes > 0 ? `${String(notes)} ${notes === 1 ? 'note' : 'notes'}` : '',
    looks > 0 ? `${String(looks)} to look at again` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'none differ' : parts.join(', ');
}

/** The item in the status bar; a click opens the log. */
export class Status implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('twosource', vscode.StatusBarAlignment.Left, -10);
  private state: State | undefined;
  private problem: string | undefined;
  private article: vscode.Uri | undefined;

  constructor() {
    this.item.name = 'twosource';
    this.item.command = 'twosource.showLog';
  }

  dispose(): void {
    this.item.dispose();
  }

  /** Takes note of how the server is, and of why it could not start; `undefined` where it is not wanted. */
  server(state: State | undefined, problem?: string): void {
    this.state = state;
    this.problem = problem;
    this.draw();
  }

  /** Takes note of the article at hand; `undefined` where there is none. */
  at(article: vscode.Uri | undefined): void {
    this.article = article;
    this.draw();
  }

  /** Shows what there is to be shown by now. */
  draw(): void {
    const { item } = this;
    item.backgroundColor = undefined;
    if (this.problem !== undefined) {
      item.text = '$(error) twosource';
      item.tooltip = this.problem;
      item.backgroundColor = new vscode.ThemeColor('statusBarItem.errorBackground');
    } else if (this.state === State.Starting) {
      item.text = '$(loading~spin) twosource';
      item.tooltip = 'twosource is starting.';
    } else if (this.state === State.Stopped) {
      item.text = '$(warning) twosource';
      item.tooltip = 'The server of twosource has stopped. The command "twosource: Restart Server" starts it again.';
      item.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
    } else if (this.state === undefined || this.article === undefined) {
      item.hide();
      return;
    } else {
      const here = counts(differences(this.article));
      item.text = `$(compare-changes) ${here}`;
      item.tooltip = `twosource: ${here} in this article, ${counts(differences())} in all that are open. Click for the log.`;
    }
    item.accessibilityInformation = { label: `twosource: ${item.text.replace(/^\$\([^)]*\) /, '')}`, role: 'button' };
    item.show();
  }
}
