//! What the model promises, tried from the outside on the real story.

#[cfg(test)]
mod accuracy;
#[cfg(test)]
mod against_reference;
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
mod claims;
#[cfg(test)]
mod comparisons;
#[cfg(test)]
mod explanations;
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
mod openai;
#[cfg(test)]
mod over_years;
#[cfg(test)]
mod overrides;
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
mod uses;
