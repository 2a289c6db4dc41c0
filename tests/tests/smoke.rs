//! The page opens and says nothing in the console.

use promises::Visit;

#[test]
fn the_page_opens_without_a_complaint() {
    Visit::default().run(async |page| {
        assert!(!page.text("#app h1").await?.is_empty());
        page.screenshot("smoke").await
    });
}
