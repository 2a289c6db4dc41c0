fn main() {
    let story = match author::read(std::path::Path::new("story")) {
        Ok(s) => s,
        Err(e) => {
            println!("{e}");
            return;
        }
    };
    let model = engine::Model::compile(&story).unwrap();
    let p = engine::project(&model, &engine::Scenario::default_of(&model));
    println!("slots {}", model.program.slots());
    for (i, q) in model.quantities.iter().enumerate() {
        println!(
            "{} {:?}",
            q.id,
            p.values(&model, i)
                .iter()
                .map(|v| v.map(|v| (v * 1000.).round() / 1000.))
                .map(|v| v.map_or("-".into(), |v| v.to_string()))
                .collect::<Vec<_>>()
        );
    }
    for (id, b) in story.backtests.iter() {
        println!(
            "{:?}",
            engine::backtest::run(&story, &model, id, b).map(|o| o
                .iter()
                .map(|o| (o.quantity.clone(), o.predicted, o.error(), o.naive_error()))
                .collect::<Vec<_>>())
        );
    }
}
