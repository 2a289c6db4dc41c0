//! The page from top to bottom.

use crate::browser::{set_language, set_title};
use crate::canvas::{Canvas, Plot};
use crate::card::Card;
use crate::chart::Chart;
use crate::explorer::explorer;
use crate::header::Header;
use crate::lever::Lever;
use crate::limits::Limits;
use crate::live::live;
use crate::status::Status;
use crate::strip::Strip;
use crate::verdict::Verdict;
use leptos::prelude::*;

/// All of it.
#[component]
pub(crate) fn App() -> impl IntoView {
    let explorer = explorer();
    let story = explorer.story();
    let title = explorer.text(&story.about.question);
    Effect::new(move || {
        set_language(explorer.code());
        set_title(&format!("{} – Sliderule", title.get()));
    });
    let changed = move || (0..story.levers.len()).filter(|input| explorer.changed(*input)).count();
    // On a phone the lever in hand and the chart it moves most are on screen together.
    let in_hand = Memo::new(move |_| {
        let view = &story.levers.0[explorer.in_hand.get()].1.view;
        story.views.position(view).unwrap_or(0)
    });
    let companion = Memo::new(move |_| explorer.chart(in_hand.get()));
    view! {
        <div id="app">
            <Header />
            <main>
                <h1>{title}</h1>
                <p class="lead">{explorer.text(&story.about.lead)}</p>
                <Verdict />
                <div class="desk">
                    <section class="levers" aria-labelledby="levers-title">
                        <div class="companion" aria-hidden="true">
                            <p>{live(move || companion.with(|view| view.title.clone()))} " " <span>{live(move || companion.with(|view| view.unit_label.clone()))}</span></p>
                            <div><Canvas plot=Plot::new(companion) /></div>
                        </div>
                        <div class="levers-head">
                            <h2 id="levers-title">{explorer.word("levers")}</h2>
                            <button
                                type="button"
                                id="reset-all"
                                class="quiet"
                                aria-disabled=live(move || (changed() == 0).to_string())
                                on:click=move |_| explorer.reset_all()
                            >
                                {explorer.word("reset_all")}
                            </button>
                        </div>
                        {(0..story.levers.len()).map(|at| view! { <Lever at=at /> }).collect_view()}
                    </section>
                    <div class="charts">
                        {(0..story.views.len()).map(|at| view! { <Chart at=at /> }).collect_view()}
                        <Strip />
                    </div>
                </div>
                <Limits />
            </main>
            <p id="chart-help" hidden>{explorer.word("chart_help")}</p>
            <Status />
            <Card />
        </div>
    }
}
