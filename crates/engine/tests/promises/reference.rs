//! The reference model a second time, in plain Rust, written from its description and not from the story.

use std::collections::BTreeMap;

/// Values by quantity: one, or one a year from 2026 to 2033; `None` where a quotient has no meaning.
pub(crate) type Answer = BTreeMap<&'static str, Vec<Option<f64>>>;

/// The opening facts: B$ a year and GW.
#[derive(Clone, Debug)]
pub(crate) struct Facts {
    pub(crate) sales: f64,
    pub(crate) income: f64,
    pub(crate) depreciation: f64,
    /// The last quarter's depreciation times four.
    pub(crate) run_rate: f64,
    pub(crate) operating_cash_flow: f64,
    /// Power added in the opening year.
    pub(crate) added: f64,
    /// IT installed in the seven years up to the opening year, the latest last.
    pub(crate) installed: [f64; 7],
}

/// The end of 2025.
pub(crate) const FACTS: Facts = Facts {
    sales: 128.7,
    income: 45.6,
    depreciation: 21.45,
    run_rate: 26.28,
    operating_cash_flow: 139.514,
    added: 3.9,
    installed: [0.9, 1.1, 1.2, 1.3, 1.4, 1.8, 4.6],
};

/// A product of `times` equal factors.
fn power(base: f64, times: i32) -> f64 {
    (0..times).fold(1.0, |product, _| product * base)
}

fn quotient(above: f64, below: f64) -> Option<f64> {
    (below != 0.0).then(|| above / below)
}

/// All quantities of section 4; `v` gives what is set for a lever or an assumption.
pub(crate) fn reference(facts: &Facts, v: &dyn Fn(&str) -> f64) -> Answer {
    let mut answer = Answer::new();
    let mut put = |id: &'static str, value: Option<f64>| answer.entry(id).or_default().push(value);
    let (a, m, tax) = (v("ai_share"), v("trainium_share"), v("tax"));

    // E1 and E2
    let c_sh = v("cost_shell");
    let c_it = a * (m * v("cost_trainium") + (1.0 - m) * v("cost_gpu")) + (1.0 - a) * v("cost_trainium");
    let k = c_sh + c_it;
    let e_open = v("opening_power");
    let mean_open = ((e_open - facts.added) + e_open) / 2.0;
    let y0 = facts.sales / mean_open;
    let y = (1.0 - a) * y0 + a * v("sold_share") * (m * v("yield_trainium") + (1.0 - m) * v("yield_gpu"));
    let capex = v("capex");
    let spend = v("aws_share") * capex;
    let gw_cost = 8.76 * v("load") * v("electricity") / 1000.0;
    let earned = y * (1.0 - v("other_cost")) - gw_cost;
    put("cost_it", Some(c_it));
    put("cost_per_gw", Some(k));
    put("yield_per_gw", Some(y));
    put("aws_capex", Some(spend));
    put("payback", if earned > 0.0 { Some(k / earned) } else { None });
    put("office_saving_days", quotient(365.0 * v("office_jobs") * v("cost_office_job"), 1000.0 * capex));

    let other_open = facts.sales - facts.income - facts.depreciation - mean_open * gw_cost;
    let ocf0 = facts.operating_cash_flow - (1.0 - tax) * facts.income - facts.depreciation;
    let life = v("it_life") as i32;
    let (mut it, mut built): (Vec<f64>, Vec<f64>) = (Vec::new(), Vec::new());
    let (mut w, mut e, mut programme, mut paid) = (0.0, e_open, 0.0, 0.0);
    for t in 2026..=2033 {
        let n = t - 2026;
        // E3 to E5
        let past = t - life;
        let need = match past {
            2026.. => it[(past - 2026) as usize],
            2019..=2025 => facts.installed[(past - 2019) as usize],
            _ => 0.0,
        };
        let replaced = f64::min(need, spend / c_it);
        let dark = f64::min(need - replaced, e);
        let new = f64::max(0.0, spend - replaced * c_it) / k;
        let waiting = w + new;
        let on = f64::min(waiting, v("power"));
        let before = e;
        w = waiting - on;
        e = e + on - dark;
        it.push(new + replaced);
        built.push(new);
        // E6
        let mean = (before + e) / 2.0;
        let sales = facts.sales + y * (mean - mean_open);
        // E7
        let old = v("old_it_share");
        let mut depreciation =
            facts.run_rate * (old * f64::max(0.0, 1.0 - f64::from(n) / f64::from(life)) + (1.0 - old));
        for (age, spent) in (0..=n).zip((0..=n as usize).rev()) {
            let weight = match age {
                _ if age == 0 || age == life => 0.5,
                _ if age < life => 1.0,
                _ => 0.0,
            };
            depreciation += c_it * it[spent] / f64::from(life) * weight;
            depreciation += c_sh * built[spent] / v("shell_life") * if age == 0 { 0.5 } else { 1.0 };
        }
        // E8
        let electricity = mean * gw_cost;
        let other = other_open + v("other_cost") * (sales - facts.sales);
        let income = sales - depreciation - electricity - other;
        // E9
        let hires = |year: i32| v("hires_avoided") * f64::from(year - 2024) / 9.0;
        let office = v("office_jobs") * v("cost_office_job");
        let warehouse = v("cost_warehouse_job") * (hires(t - 1) + hires(t)) / 2.0;
        let severance = if t == 2026 { v("office_jobs") * v("severance") / 14_000.0 } else { 0.0 };
        let saving = (office + warehouse) / 1000.0 - severance;
        // E10
        let cash =
            ocf0 * power(1.0 + v("other_growth"), t - 2025) + (1.0 - tax) * (income + saving) + depreciation
                - capex;
        programme += (1.0 - tax) * (income - facts.income) + (depreciation - facts.depreciation) - spend;
        // OpenAI
        let pays = if t <= 2032 { 38.0 / 7.0 } else { 0.0 } + if t >= 2027 { 100.0 / 8.0 } else { 0.0 };
        paid += pays;
        let (now, goal) = (v("openai_revenue_2025"), v("openai_revenue_2027"));
        let revenue = match t {
            2026 => now * (goal / now).sqrt(),
            _ => goal * power(1.0 + v("openai_growth"), t - 2027),
        };

        put("replacement", Some(replaced * c_it));
        put("replacement_share", quotient(replaced * c_it, spend));
        put("dark", Some(dark));
        put("built", Some(new));
        put("switched_on", Some(on));
        put("running", Some(e));
        put("unpowered", Some(w));
        put("idle_capital", Some(k * w));
        put("binding", Some(if w > 1e-9 { 1.0 } else { 0.0 }));
        put("it_installed", Some(new + replaced));
        put("energy_use", Some(mean * 8.76 * v("load")));
        put("sales", Some(sales));
        put("depreciation", Some(depreciation));
        put("electricity_cost", Some(electricity));
        put("other_costs", Some(other));
        put("income", Some(income));
        put("margin", quotient(income, sales));
        put("labour_saving", Some(saving));
        put("saving_share", quotient(saving, capex));
        put("saving_days", quotient(365.0 * saving, capex));
        put("free_cash_flow", Some(cash));
        put("programme_cash", Some(programme));
        put("trainium_bought", Some(a * m * (new + replaced) / v("kw_trainium")));
        put("gpu_bought", Some(a * (1.0 - m) * (new + replaced) / v("kw_gpu")));
        put("openai_pays_aws", Some(pays));
        put("openai_backlog", Some(138.0 - paid));
        put("openai_revenue", Some(revenue));
        put("openai_cover", Some(revenue / (v("openai_commitments") / v("openai_years"))));
    }
    answer
}
