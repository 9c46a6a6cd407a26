// Which files are articles.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isArticle } from '../src/names';

test('articles are Markdown and plain text', () => {
  for (const name of ['herald.txt', 'Draft.MD', 'wire.markdown', 'security-council.md', 'history-of-the-bridge.txt', 'licensed.md']) {
    assert.ok(isArticle(name), name);
  }
});

test('what repositories keep beside their code is no article, nor is anything else', () => {
  for (const name of ['README.md', 'readme.de.md', 'LICENSE-MIT.txt', 'SECURITY.md', 'code_of_conduct.md', 'requirements-dev.txt', '.notes.md', 'story.toml', 'txt']) {
    assert.ok(!isArticle(name), name);
  }
});
