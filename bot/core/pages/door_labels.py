"""The small texts of the guest's page: labels, and what its scripts say."""

from __future__ import annotations

from bot.core.wording.languages import Language

ANNOUNCED = (10, 5, 1)
"""Minutes before a meeting opens at which the page says so, for people who don't see it count."""


def door_labels(t: Language) -> dict[str, str]:
    """Return the labels of a guest's page, by what they label."""
    return {
        "title": t("Video meeting"),
        "when": t("When"),
        "calendar": t("Add to calendar"),
        "attending": t("Can you make it?"),
        "no_account": t("No account needed."),
    }


def frame_labels(t: Language) -> dict[str, str]:
    """Return the labels that the pages of guests and hosts share."""
    return {
        "language": t("Language"),
        "offline": t("No connection. This page tries again by itself."),
        "pause": t("Stop updating this page"),
        "resume": t("Keep this page up to date"),
    }


def countdown_texts(t: Language) -> dict[str, str]:
    """Return what the page says as time passes; ``{left}`` and ``{when}`` are filled in there."""
    soon = {
        f"minutes_{each}": t.count(
            "You can join in {number} minute.", "You can join in {number} minutes.", each
        )
        for each in ANNOUNCED
    }
    return {
        **soon,
        "left": t("You can join in {left}.", left="{left}"),
        "here": t("Where you are: {when}", when="{when}"),
    }


def camera_texts(t: Language) -> dict[str, str]:
    """Return the texts of the test of camera and microphone, by what they are for."""
    return {
        "heading": t("Test camera and microphone"),
        "ask": t("Your browser will ask whether this page may use them. Nobody sees or hears you."),
        "start": t("Start the test"),
        "stop": t("End the test"),
        "preview": t("Camera preview"),
        "level": t("Microphone level"),
        "speak": t("Say something. The bar moves if your microphone works."),
        "heard": t("Your microphone works."),
        "tone": t("Play a sound"),
        "tone_missed": t(
            "Heard nothing? Turn up the volume, and check that your headphones are on."
        ),
        "no_camera": t("No camera found. You can join with sound alone."),
        "no_microphone": t("No microphone found. You can join and listen."),
        "optional": t("You can join even if something doesn’t work."),
        **_causes(t),
    }


def _causes(t: Language) -> dict[str, str]:
    """Return why there is neither picture nor sound, by the names that browsers give it."""
    return {
        "NotAllowedError": t(
            "The camera and microphone are blocked. Allow them in your browser’s settings for this"
            " page, then start the test again."
        ),
        "NotFoundError": t(
            "No camera or microphone found. Connect one, then start the test again."
        ),
        "NotReadableError": t(
            "Another app is using the camera or microphone. Close it, then start the test again."
        ),
        "Unsupported": t(
            "This app can’t use the camera. Copy this address and open it in your browser:"
        ),
        "copy_address": t("Copy the address"),
        "copied": t("Copied."),
        "Other": t("The camera and microphone don’t respond. Restart your browser and try again."),
    }
