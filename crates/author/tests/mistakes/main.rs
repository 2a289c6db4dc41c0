//! Every mistake that an author can make in a story is named with its file, line, block, key and what would fit.

#[cfg(test)]
mod broken;
#[cfg(test)]
mod dates;
#[cfg(test)]
mod evidence;
#[cfg(test)]
mod expressions;
#[cfg(test)]
mod files;
#[cfg(test)]
mod settings;
#[cfg(test)]
mod telling;
#[cfg(test)]
mod terms;
#[cfg(test)]
mod together;
#[cfg(test)]
mod typing;
#[cfg(test)]
mod words;
