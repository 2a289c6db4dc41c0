//! Scenarios by chance, the same at every run, and stories that try everything.

use crate::program::{fresh, story};
use engine::model::Name;
use engine::{Model, Story};
use std::fs;
use std::path::{Path, PathBuf};

/// Numbers by chance, after Marsaglia: what shifts of a number by 13, 7 and 17 bits make of it.
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// From 0 to 1.
    pub(crate) fn share(&mut self) -> f64 {
        for shift in [13, -7, 17] {
            self.0 ^= if shift > 0 { self.0 << shift } else { self.0 >> -shift };
        }
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// From one end of a range to the other, and one draw in eight at an end.
    pub(crate) fn within(&mut self, [low, high]: [f64; 2], whole: bool) -> f64 {
        let share = self.share() * 1.25 - 0.125;
        let value = low + (high - low) * share.clamp(0.0, 1.0);
        if whole { value.round() } else { value }
    }

    /// A value for every lever and assumption, as options of the command line.
    pub(crate) fn options(&mut self, model: &Model) -> String {
        let settable = model.inputs.iter().filter(|input| !matches!(input.name, Name::Figure(_)));
        settable
            .map(|input| format!(" --set {}={}", input.id, self.within(input.range, input.whole)))
            .collect()
    }
}

/// The real story and its model.
pub(crate) fn real() -> (Story, Model) {
    let story = author::read(&story()).unwrap();
    let model = Model::compile(&story).unwrap();
    (story, model)
}

/// A copy of the real story with these blocks behind a list of it.
pub(crate) fn story_with(name: &str, list: &str, blocks: &str) -> PathBuf {
    let folder = fresh(name);
    fs::remove_dir_all(&folder).ok();
    copy(&story(), &folder);
    let file = folder.join(list).with_extension("toml");
    fs::write(&file, fs::read_to_string(&file).unwrap() + blocks).unwrap();
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() { copy(&path, &target) } else { fs::copy(&path, &target).map(drop).unwrap() }
    }
}

/// Every function of the language, what has no value, and names and texts that mean something in other languages.
pub(crate) const EVERYTHING: &str = r#"
[lambda]
unit = "share"
value = "0.5 - (0.25 - 0.125) - -(0.5) / (2 / 4)"
label = { en = "\"\"\" \\ ' # ${x} {y}\n=1+1", de = "„“ \"\"\" \\" }
note = { en = "A note\nprint('x')\r\n\u0000\u2028end", de = "\tx" }

[y]
unit = "B$/yr"
value = "sum(sum(sales - lambda * income)) + sum(sales)"
label = { en = "=A1", de = "+1" }

[a1]
unit = "B$/yr"
value = "if(capex > 0 and not(power > 5 [GW/yr]) or office_jobs == 0 and (capex > 1 [B$/yr]) == (power > 2 [GW/yr]), peak(sales), lowest(income)) + if(capex != 200 [B$/yr], 1 [B$/yr], 0)"
label = { en = "Cases", de = "Fälle" }

[total]
unit = "yr"
value = "peak_year(sales - income) - lowest_year(income) + peak_year(running)"
label = { en = "Years", de = "Jahre" }

[first]
unit = "yr"
value = "first_year(income > 80 [B$/yr] and running > 0)"
label = { en = "First", de = "Erstes" }

[never]
unit = "yr"
value = "first_year(income > 1e9 [B$/yr])"
label = { en = "Never", de = "Nie" }

[count]
unit = "share"
value = "count(running > 20 [GW]) + count(binding == 'power' or binding != 'money') + if(at(income, 2033) > 0, 0.5, 0)"
label = { en = "Count", de = "Anzahl" }

[first_of_all]
unit = "GW"
value = "at(prev(running, opening_power), 2026) + at(prev(running + unpowered, opening_power), 2030) + at(it_installed, 2026 [yr] + 2 [yr])"
label = { en = "At", de = "Im Jahr" }

[chain]
unit = "GW"
value = "prev(prev(running - dark, opening_power), 0) * 2 ^ (0 - 1)"
label = { en = "Chain", de = "Kette" }

[prev_running]
unit = "GW"
value = "prev(prev_running, running) / 2 + running"
label = { en = "Itself", de = "Sich selbst" }

[three]
unit = "yr"
value = "1 [yr] + 2 [yr]"
label = { en = "Three", de = "Drei" }

[life]
unit = "yr"
value = "it_life"
label = { en = "Life", de = "Leben" }

[lagged]
unit = "GW"
value = "lag(it_installed * 2, three, it_history) + lag(it_installed, life, it_history) + lag(running, 0 [yr], it_history) + lag(built, openai_years, it_history) + lag(running, openai_years, it_history)"
label = { en = "Lag", de = "Verzögert" }

[lines]
unit = "B$/yr"
value = "straight_line(aws_capex, life) + straight_line((sales - income * 2) * 1 [yr], year - 2025 [yr])"
label = { en = "Lines", de = "Linear" }

[nought]
unit = "1/yr"
value = "1 / (year - 2028 [yr])"
label = { en = "Nought", de = "Null" }

[behind]
unit = "1/yr"
value = "if(nought > 0, nought, 0) + min(nought, 3 [1/yr]) + max(3 [1/yr], if(year == 2030 [yr], absent, nought))"
label = { en = "Behind it", de = "Dahinter" }

[best]
unit = "1/yr"
value = "peak(if(year == 2030 [yr], absent, 1 / (year - 2025 [yr]))) + lowest(if(year > 2028 [yr], nought, 1 [1/yr]))"
label = { en = "Best", de = "Bestes" }

[best_year]
unit = "yr"
value = "peak_year(if(year == 2026 [yr], absent, nought)) + lowest_year(if(year == 2027 [yr], absent, if(year == 2028 [yr], 1 [1/yr], nought)))"
label = { en = "Best year", de = "Bestes Jahr" }

[roots]
unit = "share"
value = "if(year > 2027 [yr], (0 - 8) ^ (1 / 3), (0 - 8) ^ 3 + 0 ^ 2 + lambda ^ 0.5)"
label = { en = "Roots", de = "Wurzeln" }

[words]
unit = "choice"
value = "if(year < 2028 [yr], 'two_words', if(income > 100 [B$/yr], 'quote', 'two_words'))"
label = { en = "Words", de = "Wörter" }
choices = { quote = { en = "a \"quote\"", de = "ein „Wort“" }, two_words = { en = "two words", de = "zwei Wörter" } }

[chosen]
unit = "share"
value = "if(words == 'quote', 1, 2) + if(prev(words, words) == words, 3, 4)"
label = { en = "Chosen", de = "Gewählt" }
"#;
