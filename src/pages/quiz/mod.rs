//! Placeholder.
use std::rc::Rc;
use yew::prelude::*;
/// State.
#[derive(Default, PartialEq)]
pub struct QuizState;
/// What.
pub enum QuizAction {}
impl Reducible for QuizState {
    type Action = QuizAction;
    fn reduce(self: Rc<Self>, _: QuizAction) -> Rc<Self> {
        self
    }
}
/// Placeholder.
#[component]
pub fn QuizPage() -> Html {
    html! { <h1>{ "Quiz" }</h1> }
}
