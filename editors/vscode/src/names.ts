// Which files are articles, by their names.

/** What repositories keep in Markdown and plain text, and what is no article: with more behind it (README.de.md), or alone. */
const NOT_ARTICLES = /^(changelog|contributing|licen[cs]e|readme|requirements)([-_.].*)?$/;
const NOT_ARTICLES_ALONE =
  /^(agents|authors|changes|claude|cmakelists|code[-_]of[-_]conduct|constraints|contributors|copying|governance|history|humans|install|llms|maintainers|notice|roadmap|robots|security|support|todo)$/;

/** Whether a file, by its name, is an article. */
export function isArticle(name: string): boolean {
  const [, stem] = /^([^.].*)\.(?:md|markdown|txt)$/.exec(name.toLowerCase()) ?? [];
  return stem !== undefined && !NOT_ARTICLES.test(stem) && !NOT_ARTICLES_ALONE.test(stem);
}
