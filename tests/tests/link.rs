//! The address holds the whole state: written after a pause, read by anybody, gone through by Back and Forward.

use promises::{Failure, Key, Outcome, Page, Visit, command_line};
use serde_json::json;
use std::time::Duration;

/// Longer than the page waits before it writes.
const PAUSE: Duration = Duration::from_millis(900);

/// Notes each call of the history, with its time.
const NOTE_CALLS: &str = "window.calls = []; for (const name of ['pushState', 'replaceState']) { \
    const real = history[name]; \
    history[name] = (...all) => { calls.push(performance.now()); return real.apply(history, all) } }";

#[test]
fn what_is_set_stands_in_the_address_after_a_pause_and_the_command_line_reads_it() {
    Visit::default().run(async |page| {
        let () = page.evaluate(NOTE_CALLS).await?;
        assert_eq!(link(page).await?, "");
        let set_ms: f64 = page.evaluate(&format!("{} return performance.now()", slide("power", 3.0))).await?;
        written(page, "power=3").await?;
        let calls: Vec<f64> = page.evaluate("return calls").await?;
        assert!(calls.len() == 1 && calls[0] - set_ms >= 349.0, "set at {set_ms}, written at {calls:?}");
        page.type_in("#box-trainium_share", "80").await?;
        page.click("#part-1 > summary").await?;
        page.type_in("#box-cost_gpu", "30").await?;
        page.click("#over-time-capex summary").await?;
        page.type_in("#path-capex", "2026:200, 2030:100").await?;
        written(page, "capex=2026:200,2030:100").await?;
        let link = link(page).await?;
        assert!(link.starts_with("#v=1&story-of=") && link.len() < 200, "{link}");
        assert!(!link.contains("power_delay"), "what is as at the start stands in it: {link}");
        let (verdict, aside) = command_line::verdict_of_link(&link, "en")?;
        assert_eq!((page.verdict().await?, ""), (verdict, aside.as_str()));
        Ok(())
    });
}

#[test]
fn a_link_opens_its_scenario() {
    let link = "#v=1&as-of=2025-11-03&power=3&capex=2026:200,2030:100&figure.sales_2025=130\
                &why.sales_2025=my+own+reading&range.cost_gpu=18:40";
    for (locale, language) in [("en-US", "en"), ("de-DE", "de")] {
        Visit::default().language(locale).at(link).run(async |page| {
            let (verdict, _) = command_line::verdict_of_link(link, language)?;
            assert_eq!(page.verdict().await?, verdict);
            assert_ne!(verdict, command_line::verdict(&[], language)?);
            assert_eq!(page.lever("power").await?, 3.0);
            assert_eq!(page.texts("#notices li").await?.len(), 0);
            // Nothing has been done yet: nothing is written, nothing can be undone.
            tokio::time::sleep(PAUSE).await;
            assert_eq!(self::link(page).await?, link);
            assert_eq!(page.attribute("#undo", "aria-disabled").await?.as_deref(), Some("true"));
            page.axe().await
        });
    }
}

#[test]
fn kept_scenarios_and_the_baseline_come_back() {
    Visit::default().run(async |page| {
        page.type_in("#box-power", "3").await?;
        page.click("#keep").await?;
        page.settle().await?;
        page.click(".kept li button[aria-pressed]").await?;
        page.type_in("#box-capex", "150").await?;
        written(page, "capex=150").await?;
        let before = (page.verdict().await?, page.text("#changes summary").await?, link(page).await?);
        page.driver().refresh().await?;
        page.find("[data-state=ready] .kept li [aria-pressed=true]").await?;
        let after = (page.verdict().await?, page.text("#changes summary").await?, link(page).await?);
        assert_eq!(before, after);
        Ok(())
    });
}

#[test]
fn back_and_forward_go_between_settled_changes() {
    Visit::default().run(async |page| {
        let start = page.verdict().await?;
        page.drag("#lever-power", 6.0, 3.0).await?;
        written(page, "power=3").await?;
        let (one, few) = (page.verdict().await?, page.lever("power").await?);
        page.type_in("#box-capex", "150").await?;
        written(page, "capex=150").await?;
        let other = page.verdict().await?;
        // The drag went through many values and is one step.
        for (step, verdict) in
            [("back", &one), ("back", &start), ("forward", &one), ("forward", &other), ("back", &one)]
        {
            let before = link(page).await?;
            let () = page.evaluate(&format!("history.{step}()")).await?;
            page.wait_until("another address", &format!("location.hash != {}", json!(before))).await?;
            assert_eq!(&page.verdict().await?, verdict, "{step}");
        }
        assert_eq!(page.lever("power").await?, few);
        // To have gone back is a change like another.
        page.click("#undo").await?;
        assert_eq!(page.verdict().await?, other);
        written(page, "capex=150").await
    });
}

#[test]
fn the_number_that_is_asked_about_comes_back() {
    Visit::default().run(async |page| {
        page.keys("#chosen-quantity", "AWS sales").await?;
        page.keys("#chosen-year", "2030").await?;
        // Nothing else differs from the start.
        written(page, "came-to=sales:2030:").await?;
        let link = link(page).await?;
        assert!(link.starts_with("#v=1&story-of=") && link.matches('=').count() == 3, "{link}");
        page.driver().refresh().await?;
        page.find("[data-state=ready]").await?;
        let chosen =
            "return [...document.querySelectorAll('#chosen-quantity, #chosen-year')].map(list => list.value)";
        assert_eq!(page.evaluate::<Vec<String>>(chosen).await?, ["sales", "2030"]);
        assert_eq!(page.texts("#notices li").await?.len(), 0);
        page.keys("#chosen-quantity", "AWS operating income").await?;
        page.keys("#chosen-year", "2033").await?;
        page.wait_until("an address of the start", "location.hash.length < 2").await
    });
}

#[test]
fn what_it_shall_be_comes_back() {
    Visit::default().run(async |page| {
        page.type_in("#goal", "150").await?;
        written(page, "&shall-be=150").await?;
        let said = "document.querySelector('#backwards .answers').textContent";
        page.wait_until("an answer", &format!("{said}.includes('$234')")).await?;
        let answers: String = page.evaluate(&format!("return {said}")).await?;
        page.driver().refresh().await?;
        page.find("[data-state=ready]").await?;
        // They are looked for while they are looked at.
        let () = page.evaluate("document.getElementById('backwards').scrollIntoView()").await?;
        page.wait_until("the same answers", &format!("{said} == {}", json!(answers))).await?;
        assert_eq!(page.value("#goal").await?, "150");
        assert_eq!(page.texts("#notices li").await?.len(), 0);
        // It is of that number alone.
        page.keys("#chosen-year", "2030").await?;
        page.wait_until("another number", "!location.hash.includes('shall-be')").await
    });
}

#[test]
fn what_another_number_shall_be_is_not_asked_of_this_one() {
    // A number that no chart draws cannot be asked about.
    Visit::default().at("#v=1&came-to=payback:4&shall-be=5").run(async |page| {
        page.find("#goal-reset[aria-disabled=true]").await?;
        assert_ne!(page.value("#goal").await?, "5");
        Ok(())
    });
}

#[test]
fn nothing_is_written_while_a_slider_is_held_and_little_in_a_storm() {
    Visit::default().run(async |page| {
        let () = page.evaluate(NOTE_CALLS).await?;
        let lever = "document.getElementById('lever-power')";
        let down = format!("{lever}.dispatchEvent(new PointerEvent('pointerdown', {{ bubbles: true }}));");
        let () = page.evaluate(&format!("{down}{}", slide("power", 3.0))).await?;
        tokio::time::sleep(PAUSE).await;
        assert_eq!(link(page).await?, "");
        let () = page.evaluate(&down.replace("pointerdown", "pointerup")).await?;
        written(page, "power=3").await?;
        let (calls, took_ms): (f64, f64) = page
            .evaluate_later(&format!(
                "calls.length = 0; let left = 300; const lever = {lever}, start = performance.now(); \
                 const storm = setInterval(() => {{ \
                   if (left-- == 0) {{ clearInterval(storm); done([calls.length, performance.now() - start]); return }} \
                   lever.value = 2 + left % 9; lever.dispatchEvent(new Event('input', {{ bubbles: true }})) }}, 8)"
            ))
            .await?;
        assert!(calls <= took_ms / 350.0, "{calls} calls in {took_ms} ms");
        written(page, "power=2").await
    });
}

#[test]
fn who_leaves_finds_it_again() {
    Visit::default().run(async |page| {
        let () = page.evaluate(NOTE_CALLS).await?;
        // Another tab is looked at, then the page ends: within the pause, but after the frame in which it is set.
        for (power, leave, entries) in [
            (3, "document.dispatchEvent(new Event('visibilitychange'))", 1),
            (4, "dispatchEvent(new PageTransitionEvent('pagehide'))", 0),
        ] {
            let (calls, more): (usize, usize) = page
                .evaluate_later(&format!(
                    "{} calls.length = 0; const before = history.length; requestAnimationFrame(() => setTimeout(() => {{ \
                       {leave}; done([calls.length, history.length - before]) }}))",
                    slide("power", power.into())
                ))
                .await?;
            assert_eq!((calls, more), (1, entries), "{leave}");
            assert!(link(page).await?.contains(&format!("power={power}")));
        }
        Ok(())
    });
}

#[test]
fn a_change_right_before_a_reload_stays() {
    Visit::default().run(async |page| {
        // Within the pause, but after the frame in which it is set. A script is told nothing once its page is gone.
        let reload = "requestAnimationFrame(() => setTimeout(() => location.reload()))";
        let () = page.evaluate(&format!("window.before = true; {} {reload}", slide("power", 3.0))).await?;
        page.wait_until(
            "the page anew",
            "!window.before && document.documentElement.dataset.state === 'ready'",
        )
        .await?;
        assert_eq!(page.value("#lever-power").await?, "3");
        written(page, "power=3").await?;
        // It is not remembered for longer: who takes it back and comes again finds it taken back.
        let () = page.evaluate("location.hash = ''").await?;
        page.wait_until("the start", "document.getElementById('lever-power').value === '6'").await?;
        page.driver().refresh().await?;
        page.find("[data-state=ready]").await?;
        assert_eq!(page.value("#lever-power").await?, "6");
        Ok(())
    });
}

#[test]
fn frames_that_are_loaded_again_each_keep_their_own() {
    Visit::default().run(async |page| {
        let () = page
            .evaluate(
                "for (const power of [2, 3]) { const frame = document.createElement('iframe'); \
                 frame.src = `${location.pathname}?embed#v=1&power=${power}`; document.body.append(frame) }",
            )
            .await?;
        let ready = "Array.from(frames).every(frame => !frame.before && frame.document.documentElement.dataset.state === 'ready')";
        page.wait_until("both frames", &format!("frames.length === 2 && {ready}")).await?;
        let reload = "for (const frame of Array.from(frames)) { frame.before = true; frame.location.reload() }";
        let () = page.evaluate(reload).await?;
        page.wait_until("both frames anew", ready).await?;
        let levers: [String; 2] =
            page.evaluate("return Array.from(frames).map(frame => frame.document.getElementById('lever-power').value)").await?;
        assert_eq!(levers, ["2", "3"]);
        Ok(())
    });
}

#[test]
fn the_button_copies_all_of_it_or_shows_it() {
    Visit::default().run(async |page| {
        let () = page
            .evaluate(
                "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: \
                 { writeText: text => { window.copied = text; return Promise.resolve() } } })",
            )
            .await?;
        page.type_in("#box-power", "3").await?;
        page.focus("#copy-link").await?;
        page.press(Key::Enter).await?;
        page.wait_until(
            "it is said",
            "document.getElementById('status').textContent.startsWith('Link copied')",
        )
        .await?;
        assert_eq!(page.text("#copy-link").await?, "Link copied");
        let (copied, address): (String, String) = page.evaluate("return [copied, location.href]").await?;
        assert!(copied == address && copied.contains("#v=1&") && copied.contains("power=3"), "{copied}");
        page.wait_until(
            "it can be copied again",
            "document.getElementById('copy-link').textContent == 'Copy link'",
        )
        .await?;
        // Where copying is refused, the link stands there.
        let () =
            page.evaluate("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))").await?;
        page.click("#copy-link").await?;
        assert_eq!(page.value("header label textarea").await?, copied);
        page.axe().await
    });
}

/// Waits until the address holds an entry.
async fn written(page: &Page, entry: &str) -> Outcome {
    page.wait_until(entry, &format!("location.hash.includes({})", json!(entry))).await
}

async fn link(page: &Page) -> Result<String, Failure> {
    page.evaluate("return location.hash").await
}

/// A script that sets a slider, as a browser does.
fn slide(lever: &str, value: f64) -> String {
    format!(
        "{{ const lever = document.getElementById('lever-{lever}'); lever.value = {value}; \
         lever.dispatchEvent(new Event('input', {{ bubbles: true }})) }}"
    )
}
