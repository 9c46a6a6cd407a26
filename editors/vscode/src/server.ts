// The server's life: found, started, restarted, stopped.

import * as path from 'node:path';
import * as vscode from 'vscode';
import { LanguageClient, RevealOutputChannelOn, State, type LanguageClientOptions, type Middleware } from 'vscode-languageclient/node';
import { createInterface } from 'node:readline';
import { findBinary } from './binary';
import type { Status } from './status';
import type { Stories } from './stories';
import { carryOut } from './verdicts';

/** The server of this window; none until somebody asks for it. */
export class Server {
  private client: LanguageClient | undefined;
  /** Starts and stops come one after another. */
  private last: Promise<void> = Promise.resolve();
  private wanted = false;

  constructor(
    private readonly extension: vscode.Uri,
    private readonly log: vscode.LogOutputChannel,
    private readonly stories: Stories,
    private readonly status: Status,
  ) {}

  /** Starts the server, unless it runs. `about` is the article that it is wanted for. */
  start(about?: vscode.Uri): Promise<void> {
    this.wanted = true;
    return this.queue(() => this.startNow(about));
  }

  /** Starts the server anew: with other settings, or because somebody mended something. */
  restart(about?: vscode.Uri): Promise<void> {
    this.wanted = true;
    return this.queue(async () => {
      await this.stopNow();
      await this.startNow(about);
    });
  }

  stop(): Promise<void> {
    return this.queue(() => this.stopNow());
  }

  /** Whether it was asked for, successfully or not. */
  get isWanted(): boolean {
    return this.wanted;
  }

  private queue(step: () => Promise<void>): Promise<void> {
    this.last = this.last.then(step);
    return this.last;
  }

  private async startNow(about: vscode.Uri | undefined): Promise<void> {
    if (this.client !== undefined) {
      return;
    }
    const found = findBinary({
      setting: vscode.workspace.getConfiguration('twosource').get('path', ''),
      extension: this.extension.fsPath,
      path: process.env.PATH ?? '',
      untrusted: vscode.workspace.isTrusted ? [] : (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath),
    });
    if ('problem' in found) {
      this.log.error(found.problem);
      this.status.server(State.Stopped, found.problem);
      void offerHelp(found.problem);
      return;
    }
    this.log.info(`starting ${found.command}`);
    const env = { ...process.env, TWOSOURCE_LOG: process.env.TWOSOURCE_LOG ?? level(this.log.logLevel) };
    const client = new LanguageClient('twosource', 'twosource', { command: found.command, args: ['lsp'], options: { env } }, this.options(about));
    client.onDidChangeState(({ newState }) => {
      this.status.server(newState);
      void vscode.commands.executeCommand('setContext', 'twosource.running', newState === State.Running);
    });
    this.client = client;
    try {
      await client.start();
    } catch (error) {
      this.client = undefined;
      const problem = `twosource could not be started: ${error instanceof Error ? error.message : String(error)}`;
      this.log.error(problem);
      this.status.server(State.Stopped, problem);
      void offerHelp(problem);
    }
  }

  private async stopNow(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    try {
      await client?.dispose();
    } catch (error) {
      this.log.warn(`the server did not stop in order: ${String(error)}`);
    }
    this.status.server(undefined);
  }

  private options(about: vscode.Uri | undefined): LanguageClientOptions {
    const options: LanguageClientOptions = {
      // The story file by its name: whether TOML is a language here depends on other extensions.
      documentSelector: [
        { scheme: 'file', language: 'markdown' },
        { scheme: 'file', language: 'plaintext', pattern: '**/*.txt' },
        { scheme: 'file', pattern: '**/story.toml' },
      ],
      outputChannel: this.log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      stdioOptions: { stdout: (input) => input.resume(), stderr: (input) => { forward(input, this.log); } },
      middleware: this.middleware(),
    };
    // A file that was opened without a folder brings its own.
    if (about !== undefined && vscode.workspace.workspaceFolders === undefined) {
      const uri = vscode.Uri.joinPath(about, '..');
      options.workspaceFolder = { uri, name: path.posix.basename(uri.path), index: 0 };
    }
    return options;
  }

  private middleware(): Middleware {
    const { stories } = this;
    return {
      executeCommand: (command, args, next) => carryOut(command, args, next),
      // Nothing is asked about documents outside of stories, whatever else is open in this window.
      async sendRequest(type, params, token, next) {
        const uri = documentOf(params);
        if (uri !== undefined && !(await stories.has(vscode.Uri.parse(uri)))) {
          // Every request about a document may be answered with nothing.
          return null as never;
        }
        return next(type, params, token);
      },
    };
  }
}

function documentOf(params: unknown): string | undefined {
  const document = (params as { textDocument?: { uri?: unknown } } | null | undefined)?.textDocument;
  return typeof document?.uri === 'string' ? document.uri : undefined;
}

async function offerHelp(problem: string): Promise<void> {
  const [settings, log] = ['Open Settings', 'Show Log'];
  const answer = await vscode.window.showErrorMessage(problem, settings, log);
  if (answer === settings) {
    await vscode.commands.executeCommand('workbench.action.openSettings', 'twosource.path');
  } else if (answer === log) {
    await vscode.commands.executeCommand('twosource.showLog');
  }
}

/** What the server is to log, as the log's own level is. */
function level(level: vscode.LogLevel): string {
  const levels: Record<vscode.LogLevel, string> = {
    [vscode.LogLevel.Off]: 'off',
    [vscode.LogLevel.Trace]: 'twosource=trace',
    [vscode.LogLevel.Debug]: 'twosource=debug',
    [vscode.LogLevel.Info]: 'twosource=info',
    [vscode.LogLevel.Warning]: 'warn',
    [vscode.LogLevel.Error]: 'error',
  };
  return levels[level];
}

/** The server's own log, line by line, each on its level. */
function forward(input: NodeJS.ReadableStream, log: vscode.LogOutputChannel): void {
  createInterface({ input, crlfDelay: Infinity }).on('line', (line) => {
    const [, level = 'ERROR', text = line] = /^\S+\s+(TRACE|DEBUG|INFO|WARN|ERROR)\s+(.*)$/.exec(line) ?? [];
    switch (level) {
      case 'TRACE': log.trace(text); break;
      case 'DEBUG': log.debug(text); break;
      case 'INFO': log.info(text); break;
      case 'WARN': log.warn(text); break;
      default: log.error(text);
    }
  });
}
