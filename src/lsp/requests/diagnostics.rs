//! `textDocument/diagnostic` and `workspace/diagnostic`

use std::{
    collections::HashMap,
    hash::{DefaultHasher, Hash, Hasher},
};

use tower_lsp::ls_types::{
    Diagnostic, DocumentDiagnosticParams, DocumentDiagnosticReport, DocumentDiagnosticReportKind,
    DocumentDiagnosticReportResult, FullDocumentDiagnosticReport, RelatedFullDocumentDiagnosticReport,
    RelatedUnchangedDocumentDiagnosticReport, UnchangedDocumentDiagnosticReport, Uri, WorkspaceDiagnosticParams,
    WorkspaceDiagnosticReport, WorkspaceDiagnosticReportResult, WorkspaceDocumentDiagnosticReport,
    WorkspaceFullDocumentDiagnosticReport, WorkspaceUnchangedDocumentDiagnosticReport,
};

use crate::{
    compare::ArticleId,
    lsp::{session::Frozen, to_proto},
};

/// What is to be marked in a document and, for clients that take it along, in the other open ones of its story.
pub fn document_diagnostics(frozen: &Frozen, params: &DocumentDiagnosticParams) -> DocumentDiagnosticReportResult {
    let id = frozen.article_of(&params.text_document.uri);
    let related = id.map(|id| related(frozen, id)).filter(|related| !related.is_empty());
    let report = match report(frozen, id, params.previous_result_id.as_deref()) {
        DocumentDiagnosticReportKind::Full(report) => {
            DocumentDiagnosticReport::Full(RelatedFullDocumentDiagnosticReport {
                related_documents: related,
                full_document_diagnostic_report: report,
            })
        }
        DocumentDiagnosticReportKind::Unchanged(report) => {
            DocumentDiagnosticReport::Unchanged(RelatedUnchangedDocumentDiagnosticReport {
                related_documents: related,
                unchanged_document_diagnostic_report: report,
            })
        }
    };
    DocumentDiagnosticReportResult::Report(report)
}

fn related(frozen: &Frozen, id: ArticleId) -> HashMap<Uri, DocumentDiagnosticReportKind> {
    let story = frozen.snapshot.key_of(id);
    let others = frozen.documents.iter().filter(|other| {
        frozen.profile.related_documents && other.article != id && frozen.snapshot.key_of(other.article) == story
    });
    others.map(|other| (other.uri.clone(), report(frozen, Some(other.article), None))).collect()
}

/// What is to be marked in all articles and story files. Stops early, with what it has, when it was `stopped`.
pub fn workspace_diagnostics(
    frozen: &Frozen,
    params: &WorkspaceDiagnosticParams,
    stopped: &dyn Fn() -> bool,
) -> WorkspaceDiagnosticReportResult {
    let known: HashMap<&Uri, &str> =
        params.previous_result_ids.iter().map(|previous| (&previous.uri, previous.value.as_str())).collect();
    let mut items = Vec::new();
    let articles = frozen.snapshot.articles().map(|article| article.id);
    for id in articles.chain(frozen.snapshot.docs().map(|doc| doc.id)).take_while(|_| !stopped()) {
        let Some(uri) = frozen.uri_of(id) else {
            continue;
        };
        let document = frozen.documents.of_article(id);
        let version = document.map(|document| i64::from(document.version));
        let previous = known.get(&uri).copied();
        items.push(match report(frozen, Some(id), previous) {
            DocumentDiagnosticReportKind::Full(report) => {
                WorkspaceDocumentDiagnosticReport::Full(WorkspaceFullDocumentDiagnosticReport {
                    uri,
                    version,
                    full_document_diagnostic_report: report,
                })
            }
            DocumentDiagnosticReportKind::Unchanged(report) => {
                WorkspaceDocumentDiagnosticReport::Unchanged(WorkspaceUnchangedDocumentDiagnosticReport {
                    uri,
                    version,
                    unchanged_document_diagnostic_report: report,
                })
            }
        });
    }
    WorkspaceDiagnosticReportResult::Report(WorkspaceDiagnosticReport { items })
}

fn report(frozen: &Frozen, id: Option<ArticleId>, previous: Option<&str>) -> DocumentDiagnosticReportKind {
    let items = id.map(|id| to_proto::diagnostics(frozen, id)).unwrap_or_default();
    let result_id = result_id(&items);
    if previous == Some(&result_id) {
        DocumentDiagnosticReportKind::Unchanged(UnchangedDocumentDiagnosticReport { result_id })
    } else {
        DocumentDiagnosticReportKind::Full(FullDocumentDiagnosticReport { result_id: Some(result_id), items })
    }
}

/// The result that an answer about a document is, and those that come along with it.
pub fn results(uri: Uri, answer: &DocumentDiagnosticReportResult) -> Vec<(Uri, String)> {
    let DocumentDiagnosticReportResult::Report(answer) = answer else { return Vec::new() };
    let (result, related) = match answer {
        DocumentDiagnosticReport::Full(report) => {
            (report.full_document_diagnostic_report.result_id.clone(), &report.related_documents)
        }
        DocumentDiagnosticReport::Unchanged(report) => {
            (Some(report.unchanged_document_diagnostic_report.result_id.clone()), &report.related_documents)
        }
    };
    let along = related.iter().flatten().filter_map(|(uri, report)| match report {
        DocumentDiagnosticReportKind::Full(report) => Some((uri.clone(), report.result_id.clone()?)),
        DocumentDiagnosticReportKind::Unchanged(report) => Some((uri.clone(), report.result_id.clone())),
    });
    result.map(|result| (uri, result)).into_iter().chain(along).collect()
}

/// A result is known by its content: what is the same has the same id, whenever it was asked for.
pub fn result_id(items: &[Diagnostic]) -> String {
    let mut hasher = DefaultHasher::new();
    serde_json::to_string(items).unwrap_or_default().hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}
