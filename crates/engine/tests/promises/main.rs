//! What the model promises, tried from the outside on the real story.

#[cfg(test)]
mod accuracy;
#[cfg(test)]
mod against_reference;
#[cfg(test)]
mod always;
#[cfg(test)]
mod as_of;
#[cfg(test)]
mod backtests;
#[cfg(test)]
mod bands;
#[cfg(test)]
mod beliefs;
#[cfg(test)]
mod cases;
#[cfg(test)]
mod central_case;
#[cfg(test)]
mod citations;
#[cfg(test)]
mod claims;
#[cfg(test)]
mod comparisons;
#[cfg(test)]
mod draws;
#[cfg(test)]
mod explanations;
#[cfg(test)]
mod expressions;
#[cfg(test)]
mod goals;
#[cfg(test)]
mod links;
#[cfg(test)]
mod links_of_old;
#[cfg(test)]
mod mathematics;
#[cfg(test)]
mod mathematics_holds;
#[cfg(test)]
mod numbers;
#[cfg(test)]
mod openai;
#[cfg(test)]
mod over_years;
#[cfg(test)]
mod overrides;
#[cfg(test)]
mod packing;
#[cfg(test)]
mod paths;
#[cfg(test)]
mod programs;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod ranking;
#[cfg(test)]
mod reference;
#[cfg(test)]
mod self_check;
#[cfg(test)]
mod sentences;
#[cfg(test)]
mod stories;
#[cfg(test)]
mod telling;
#[cfg(test)]
mod traps;
#[cfg(test)]
mod undo;
#[cfg(test)]
mod units;
#[cfg(test)]
mod uses;
#[cfg(test)]
mod words_in_links;
