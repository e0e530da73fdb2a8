//! A place in the document, written out only where a fault is found. A build that does not
//! tell faults knows no places either.

#[cfg(feature = "faults")]
use std::fmt::Write;

/// A key or an item of what lies above.
#[derive(Clone, Copy)]
pub(super) struct Place<'p> {
    #[cfg(feature = "faults")]
    above: Option<&'p Place<'p>>,
    #[cfg(feature = "faults")]
    step: Step<'p>,
    #[cfg(not(feature = "faults"))]
    nowhere: std::marker::PhantomData<&'p ()>,
}

#[derive(Clone, Copy)]
#[cfg_attr(not(feature = "faults"), expect(dead_code, reason = "places are not told"))]
enum Step<'p> {
    Key(&'p str),
    Item(usize),
}

impl<'p> Place<'p> {
    /// A key of the document itself.
    pub(super) fn root(key: &'p str) -> Self {
        Self::below(None, Step::Key(key))
    }

    /// A key of what stands here.
    pub(super) fn at(&'p self, key: &'p str) -> Self {
        Self::below(Some(self), Step::Key(key))
    }

    /// An item of the list that stands here.
    pub(super) fn item(&'p self, index: usize) -> Self {
        Self::below(Some(self), Step::Item(index))
    }

    #[cfg(feature = "faults")]
    fn below(above: Option<&'p Self>, step: Step<'p>) -> Self {
        Self { above, step }
    }

    #[cfg(not(feature = "faults"))]
    fn below(_above: Option<&'p Self>, _step: Step<'p>) -> Self {
        Self { nowhere: std::marker::PhantomData }
    }

    /// As in `roles[3].criteria[2].must`.
    #[cfg(feature = "faults")]
    pub(super) fn path(&self) -> String {
        let mut path = self.above.map(Self::path).unwrap_or_default();
        // Writing to a text cannot fail.
        let _ = match self.step {
            Step::Key(key) if path.is_empty() => write!(path, "{key}"),
            Step::Key(key) => write!(path, ".{key}"),
            Step::Item(index) => write!(path, "[{index}]"),
        };
        path
    }
}
