//! When the program cannot go on, the page as it was without it comes back, with a plain notice.

/// From now on a panic shows the static page again.
pub(crate) fn show_failure_on_panic() {
    std::panic::set_hook(Box::new(|info| {
        leptos::logging::error!("{info}");
        super::failed();
    }));
}
