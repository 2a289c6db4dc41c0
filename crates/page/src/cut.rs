//! Takes parts out of a page that was built: it is text, in which each of them stands as the build has written it.

/// Takes all styles out of a page.
pub(crate) fn styles_of(html: &mut String) -> Vec<String> {
    let style = || taken(html, "<style>", "</style>", |_| true);
    let inside = |style: String| style.trim_start_matches("<style>").trim_end_matches("</style>").to_owned();
    std::iter::from_fn(style).map(inside).collect()
}

/// Takes the first text from `opening` to `closing` that `is_it` out of the page.
pub(crate) fn taken(
    html: &mut String,
    opening: &str,
    closing: &str,
    is_it: impl Fn(&str) -> bool,
) -> Option<String> {
    let places: Vec<usize> = html.match_indices(opening).map(|(at, _)| at).collect();
    places.into_iter().find_map(|start| {
        let end = start + html[start..].find(closing)? + closing.len();
        let found = html[start..end].to_owned();
        is_it(&found).then(|| {
            html.replace_range(start..end, "");
            found
        })
    })
}
