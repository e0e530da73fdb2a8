// Answers the question on the screen and presses Continue. See `Journey::answer_until`.
const [answer, goOn] = arguments;
if (answer.id) document.getElementById(answer.id).click();
for (const text of answer.choices ?? []) {
  const choices = [...document.querySelectorAll(".rx-choices__choice")];
  choices.find((choice) => choice.querySelector(".rx-choices__label").textContent === text).click();
}
(answer.date ?? []).forEach((part, place) => {
  const field = document.getElementById(`answer-${3 - place}`);
  field.value = part;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
});
[...document.querySelectorAll("button")].find((button) => button.textContent === goOn).click();
