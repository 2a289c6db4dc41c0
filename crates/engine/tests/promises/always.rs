//! What must hold for all of something is tried on random ones; one for which it does not is made smaller before it is shown.

use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use std::any::Any;
use std::fmt::Debug;
use std::hash::{BuildHasher, RandomState};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Tries `promise`, which panics where it is broken, on so many of `all`. The seed and the panic are taken care of here: with
/// the feature that does it, proptest takes along a parser of regular expressions and the system's library.
pub(crate) fn always<T: Debug>(
    cases: u32,
    all: impl Strategy<Value = T> + 'static,
    promise: impl Fn(T) + 'static,
) {
    // Behind pointers all promises for the same kind of thing share one copy of the search for a smaller one.
    let promise: Box<dyn Fn(T)> = Box::new(promise);
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &seed()));
    let result = runner.run(&all.boxed(), |one| {
        catch_unwind(AssertUnwindSafe(|| promise(one))).map_err(|why| TestCaseError::fail(said(&*why)))
    });
    if let Err(error) = result {
        panic!("{error}");
    }
}

/// Another one in each run.
fn seed() -> [u8; 32] {
    let mut seed = [0; 32];
    for part in seed.chunks_mut(8) {
        part.copy_from_slice(&RandomState::new().hash_one(0).to_le_bytes());
    }
    seed
}

fn said(why: &(dyn Any + Send)) -> String {
    let text = why.downcast_ref::<String>().cloned();
    text.or_else(|| why.downcast_ref::<&str>().map(|text| (*text).to_owned())).unwrap_or_default()
}
